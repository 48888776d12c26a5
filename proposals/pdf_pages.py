"""Run as a program of its own: reads a PDF from standard input, says how many pages it has.

A hostile file may make a reader use all memory or never end; here it hurts only this
process, which has little of both and nothing to reach.
"""

import io
import resource
import sys

SECONDS = 10
MEMORY = 1 << 30


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    import pikepdf  # noqa: PLC0415 -- loaded under the limits above

    content = io.BytesIO(sys.stdin.buffer.read())
    with pikepdf.open(content) as pdf:
        sys.stdout.write(str(len(pdf.pages)))


if __name__ == "__main__":
    main()
