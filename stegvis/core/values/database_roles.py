"""What the roles of a database are called."""

WEB, NAMELESS = "_web", "_facts"


def nameless_role(web: str) -> str:
    """The role that reads persons without their names, taken on by the web role `web`."""
    return web.removesuffix(WEB) + NAMELESS
