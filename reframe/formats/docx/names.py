"""Names of WordprocessingML: namespaces, and tags in lxml's ``{namespace}local`` form."""

from typing import Final

W_NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14_NS: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
W15_NS: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
MC_NS: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
R_NS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

MC: Final = f"{{{MC_NS}}}"
R: Final = f"{{{R_NS}}}"
W: Final = f"{{{W_NS}}}"
W14: Final = f"{{{W14_NS}}}"
W15: Final = f"{{{W15_NS}}}"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def is_on(value: str | None) -> bool:
    """Whether an on/off attribute means "on"; a toggle without ``w:val`` is on.

    >>> is_on(None), is_on("0"), is_on("true")
    (True, False, True)
    """
    return value not in ("0", "false", "off")
