"""LibreOffice as a second oracle: it accepts, rejects and converts, in one call per batch."""

import shutil
import subprocess
from pathlib import Path

SOFFICE = shutil.which("soffice")
WHY_SKIPPED = "soffice is not installed: LibreOffice's own accept and reject were not compared"

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script"
  script:name="Changes" script:language="StarBasic">
Sub Settle(folder As String, verb As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim document As Object, sender As Object, file As String
  hidden(0).Name = &quot;Hidden&quot; : hidden(0).Value = True
  saved(0).Name = &quot;FilterName&quot; : saved(0).Value = &quot;MS Word 2007 XML&quot;
  sender = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  file = Dir(folder &amp; &quot;/*.docx&quot;)
  Do While file &lt;&gt; &quot;&quot;
    document = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; &quot;/&quot; &amp; file), &quot;_blank&quot;, 0, hidden())
    sender.executeDispatch(document.CurrentController.Frame, &quot;.uno:&quot; &amp; verb &amp; &quot;AllTrackedChanges&quot;, &quot;&quot;, 0, Array())
    document.storeToURL(ConvertToURL(folder &amp; &quot;/&quot; &amp; verb &amp; &quot;/&quot; &amp; file), saved())
    document.close(True)
    file = Dir()
  Loop
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library"
  library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
  xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""


def settle_all(folder: Path, verb: str, *, timeout: int) -> dict[str, bytes]:
    """Let LibreOffice "Accept" or "Reject" all changes of a folder's files; return the files."""
    out = folder / verb
    out.mkdir()
    profile = folder / "profile"
    basic = profile / "user" / "basic"
    if not basic.exists():
        # The first start of a profile sets it up, and runs no macro.
        _run(profile, ["--terminate_after_init"], timeout=timeout)
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(_LIBRARIES)
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY)
    (basic / "Standard" / "Changes.xba").write_text(_MODULE)
    macro = f'macro:///Standard.Changes.Settle("{folder}", "{verb}")'
    _run(profile, [macro], timeout=timeout)
    return {path.name: path.read_bytes() for path in out.iterdir()}


def to_pdf(folder: Path, *, timeout: int) -> dict[str, bytes]:
    """Convert every .docx of a folder to PDF; return the files by the stem of their names."""
    return _converted(folder, "pdf", timeout=timeout)


def to_docx(folder: Path, *, timeout: int) -> dict[str, bytes]:
    """Let LibreOffice open and save every .docx of a folder; return the files by their stems."""
    return _converted(folder, "docx", timeout=timeout)


def _converted(folder: Path, kind: str, *, timeout: int) -> dict[str, bytes]:
    out = folder / kind
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    _run(
        folder / "profile",
        ["--convert-to", kind, "--outdir", str(out), *files],
        timeout=timeout,
    )
    return {path.stem: path.read_bytes() for path in out.iterdir()}


def _run(profile: Path, arguments: list[str], *, timeout: int) -> None:
    assert SOFFICE is not None
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", *arguments],
        check=True,
        timeout=timeout,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
