"""The questions: task list, pages of questions, and a look over the answers."""
