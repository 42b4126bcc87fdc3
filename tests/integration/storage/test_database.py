import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from tests.integration.conftest import make_app
from wizard.services.assessments import create_assessment
from wizard.storage import assessments
from wizard.storage.database import Base, configure, db, reading, writing
from wizard.storage.schema import downgrade, upgrade

ROOT = Path(__file__).parents[3]

UPGRADE = """
import sys
from flask import Flask
from wizard.storage.database import configure, db
from wizard.storage.schema import upgrade
app = Flask("upgrade", instance_path=sys.argv[2])
configure(app, sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
with app.app_context():
    upgrade(db.engine)
    db.engine.dispose()
"""


def test_migrations_make_what_the_models_say(database_app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_make_the_keys_that_the_models_say(database_app: Flask) -> None:
    found = inspect(db.engine)
    for table in Base.metadata.tables.values():
        assert found.get_pk_constraint(table.name)["constrained_columns"] == list(table.primary_key.columns.keys())
        keys = {key["name"]: key["options"] for key in found.get_foreign_keys(table.name)}
        assert keys == {key.name: {"ondelete": "CASCADE"} for key in table.foreign_key_constraints}


def test_upgrading_twice_changes_nothing(database_app: Flask) -> None:
    created = create_assessment("Test", "nøgle", "hemmelig", "1")
    upgrade(db.engine)
    with reading() as connection:
        assert assessments.find_row(connection, created.assessment_id)


def test_downgrade_leaves_no_table_behind(database_app: Flask) -> None:
    downgrade(db.engine, "base")
    assert set(inspect(db.engine).get_table_names()) - {"alembic_version"} == set()
    upgrade(db.engine)


def test_processes_that_start_at_once_all_find_the_newest_schema(empty_database_url: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", UPGRADE, empty_database_url, str(tmp_path)]
    pipe = subprocess.PIPE
    started = [subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(3)]
    for process in started:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    assert [(process.communicate()[1], process.returncode) for process in started] == [("", 0)] * 3
    with make_app(empty_database_url, tmp_path).app_context():
        assert "assessment" in inspect(db.engine).get_table_names()
        db.engine.dispose()


def test_sqlite_is_a_file_in_the_instance_folder_by_default(tmp_path: Path) -> None:
    app = Flask("default", instance_path=str(tmp_path / "instance"))
    configure(app)
    with app.app_context():
        upgrade(db.engine)
        with reading() as connection:
            pragmas = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
            assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas] == ["wal", 1, 5000, 1]
        db.engine.dispose()
    assert (tmp_path / "instance" / "ki-klar.sqlite3").is_file()


def test_reading_sees_one_picture_from_beginning_to_end(database_app: Flask) -> None:
    created = create_assessment("Før", "nøgle", "hemmelig", "1")
    with reading() as connection:
        before = assessments.find_row(connection, created.assessment_id)
        with writing() as other:
            assessments.rename(other, created.assessment_id, "Efter")
            other.commit()
        assert assessments.find_row(connection, created.assessment_id) == before


def test_writing_without_commit_leaves_nothing(database_app: Flask) -> None:
    created = create_assessment("Før", "nøgle", "hemmelig", "1")
    with writing() as connection:
        assessments.rename(connection, created.assessment_id, "Efter")
    with reading() as connection:
        row = assessments.find_row(connection, created.assessment_id)
    assert row
    assert row.title == "Før"


def test_what_people_write_stays_out_of_error_messages(database_app: Flask) -> None:
    with writing() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(text("SELECT :note FROM no_such_table"), {"note": "fortroligt"})
    assert "fortroligt" not in str(caught.value)
