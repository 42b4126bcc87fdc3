"""The pages of the guidance: challenges, cases, tools, advice, projects and areas."""
