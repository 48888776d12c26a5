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
from pathlib import Path

LIBRARIES = {  # Debian's package: the file that shows it is there
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}
TEST_LIBRARIES = {"libatomic1": "libatomic.so.1"}  # of Playwright's driver
TEST_PROGRAMS = {  # CHROMIUM as in tests/chromium.py
    "chromium": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
    "poppler-utils": "pdftotext",
}


def can_load(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(*, tests):
    libraries = LIBRARIES | TEST_LIBRARIES if tests else LIBRARIES
    names = [name for name, library in libraries.items() if not can_load(library)]
    # only to make .venv, see the Makefile
    if not Path(".venv/bin/activate").exists() and not importlib.util.find_spec("ensurepip"):
        names.append("python{}.{}-venv".format(*sys.version_info))
    if tests:
        names += [name for name, program in TEST_PROGRAMS.items() if not shutil.which(program)]
    return names


def main():
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
    names = missing(tests="tests" in sys.argv[1:])
    if not names:
        return
    command = ["apt-get", "install", "--no-install-recommends", *names]
    if not shutil.which("apt-get"):
        sys.exit(f"Please install first what Debian calls {', '.join(names)}.")
    if os.geteuid() != 0:
        sys.exit(f"Please install first, as root: {' '.join(command)}")
    print("Installing", *names, flush=True)
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "check": True}
    try:
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run([*command, "-y", "-qq"], stdout=subprocess.DEVNULL, **quiet)
    except subprocess.CalledProcessError:
        sys.exit(f"Installing {' '.join(names)} did not work: see above.")


if __name__ == "__main__":
    main()
