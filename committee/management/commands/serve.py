import socket
import sys
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from committee.processes import Company, Program

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "The site with its worker and its clock, as one command that ends cleanly (Ctrl-C)."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=settings.PORT)

    def handle(self, *, port, **options):
        _refuse_taken(port)
        company = Company(
            programs(port),
            say=self.stderr.write,
            is_ready=lambda: _answers(port),
            when_ready=lambda: self.stdout.write(
                f"\nReady: http://{HOST}:{port}/ (Ctrl-C ends it)\n"
            ),
        )
        if broken := company.run():
            raise CommandError(broken)
        self.stdout.write("Ended.")


def programs(port: int) -> list[Program]:
    """The web server, the worker and the clock, all speaking to the same database."""
    python = [sys.executable, "-m"]
    web = ["gunicorn", "committee.wsgi", "--bind", f"{HOST}:{port}", "--workers", "2"]
    web += ["--worker-class", "gthread", "--threads", "4", "--graceful-timeout", "3"]
    web += ["--no-control-socket", "--preload", "--log-level", "warning"]
    celery = ["celery", "-A", "committee", "--quiet"]
    worker = ["worker", "--concurrency", "2", "--without-gossip", "--without-mingle"]
    beat = ["beat", "--pidfile", ""]
    return [
        Program("The web server", python + web),
        Program("The worker", python + celery + worker + ["--loglevel", "WARNING"]),
        Program("The clock", python + celery + beat + ["--loglevel", "WARNING"]),
    ]


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken or not ours to use: set PORT to another."
            ) from error


def _answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
