"""Files that are zip archives inside, as those of Word and Excel are."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest moment that an archive can hold.
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def without_times(data: bytes) -> bytes:
    """Give an archive without the moments at which its parts were packed, so that the same parts are the same bytes."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as packed, ZipFile(file, "w") as fixed:
        for name in packed.namelist():
            entry = ZipInfo(name, _EARLIEST)
            # Else the file tells which kind of machine packed it.
            entry.create_system = 0
            fixed.writestr(entry, packed.read(name), ZIP_DEFLATED)
    return file.getvalue()
