import pytest

from wizard.errors import AccessError
from wizard.services.access import Access, Role


@pytest.mark.parametrize(
    ("role", "can_write", "can_share"),
    [(Role.OWNER, True, True), (Role.CONTRIBUTOR, True, False), (Role.READER, False, False)],
)
def test_each_role_may_do_what_the_former_may_or_less(role: Role, can_write: bool, can_share: bool) -> None:  # noqa: FBT001  expected values
    assert (role.can_write, role.can_share) == (can_write, can_share)
    for may, require in ((can_write, Access(1, role, 1).require_write), (can_share, Access(1, role, 1).require_share)):
        if may:
            require()
        else:
            with pytest.raises(AccessError):
                require()
