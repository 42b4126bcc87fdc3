"""How hard the properties are tried: a little each time, more in CI, where chance is kept out too."""

from hypothesis import settings

settings.register_profile("default", settings.get_profile("default"), max_examples=30, deadline=None)
settings.register_profile("ci", settings.get_profile("ci"), max_examples=60)
