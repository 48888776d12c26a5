#!/usr/bin/env python3
"""What the site needs of the system: installed when we are root on Debian, else named.

    system_packages.py [tests]

Runs before anything is installed, so it uses the standard library alone.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

LIBRARIES = {  # Debian's package: the file that shows it is there
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
PROGRAMS = {"chromium": "chromium", "poppler-utils": "pdftotext"}  # for the tests


def can_load(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(*, tests):
    names = [name for name, library in LIBRARIES.items() if not can_load(library)]
    if importlib.util.find_spec("ensurepip") is None:
        names.append("python3-venv")
    if tests:
        names += [name for name, program in PROGRAMS.items() if not shutil.which(program)]
    return names


def main():
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
    names = missing(tests="tests" in sys.argv[1:])
    if not names:
        return
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        sys.exit(f"Please install first, as root: {' '.join(names)} (Debian: {' '.join(command)})")
    print("Installing", *names, flush=True)
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "check": True}
    try:
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(command, stdout=subprocess.DEVNULL, **quiet)
    except subprocess.CalledProcessError:
        sys.exit(f"Installing {' '.join(names)} did not work: see above.")


if __name__ == "__main__":
    main()
