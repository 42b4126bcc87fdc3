import tests.effort  # noqa: F401 - sets how hard the properties are tried
