"""The app: the only place that knows everybody and wires them together."""

from pathlib import Path

from flask import Flask

from wizard import __version__
from wizard.config import Config, read_config
from wizard.security import protect
from wizard.services.contents import get_content, get_example
from wizard.storage.database import configure, db
from wizard.storage.schema import upgrade
from wizard.web import access, context, errors, wording
from wizard.web.assess.views import blueprint as assess
from wizard.web.example.views import blueprint as example
from wizard.web.library.views import blueprint as library
from wizard.web.links.views import blueprint as links
from wizard.web.plan.views import blueprint as plan
from wizard.web.report.views import blueprint as report
from wizard.web.restoring.views import blueprint as restoring
from wizard.web.result.views import blueprint as result
from wizard.web.start.views import blueprint as start
from wizard.web.whatif.views import blueprint as whatif

ROOT = Path(__file__).resolve().parent.parent
_A_YEAR = 365 * 24 * 3600


def create_app(config: Config | None = None) -> Flask:
    """Make the app: content checked and loaded, database brought to the newest schema, every journey in place.

    Raises `ContentError` where the content has faults.
    """
    config = config or read_config(ROOT)
    content = get_content(config.root)
    app = Flask(
        "wizard",
        root_path=str(ROOT / "wizard"),
        template_folder=str(ROOT / "templates"),
        instance_path=str(config.instance),
    )
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _A_YEAR
    # Before the check for forged forms, so that a stale one can be shown again to whoever may see it.
    access.enforce(app)
    protect(app, config)
    configure(app, config.database_url)
    with app.app_context():
        upgrade(db.engine)
    context.provide(app, content, get_example(config.root, content), __version__)
    wording.register(app)
    errors.register(app)
    for blueprint in (start, restoring, assess, result, whatif, plan, report, links, library, example):
        app.register_blueprint(blueprint)
    return app
