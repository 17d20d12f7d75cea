"""Whether a folder lies on another machine."""

from __future__ import annotations

import os
from pathlib import Path

_REMOTE = (
    "nfs",
    "cifs",
    "smb",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
    "ncpfs",
)


def is_remote(path: Path, mounts: str = "/proc/self/mounts") -> bool:
    """Whether ``path`` is on a network drive, as far as the system tells; elsewhere than on Linux taken for local."""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.readlines()
    except OSError:
        return False
    here = os.path.realpath(path)
    kind, longest = "", -1
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        if (here == point or here.startswith(point.rstrip("/") + "/")) and len(point) >= longest:
            kind, longest = parts[2], len(point)
    return kind.startswith(_REMOTE)
