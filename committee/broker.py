"""The message broker carries hints that some row waits. Losing any of them loses no work.

Nothing here remembers what it declared to the broker, which may have been emptied since.
"""

import contextlib
import logging
import time
from pathlib import Path
from queue import Empty

from celery.beat import Scheduler
from kombu.exceptions import ChannelError
from kombu.transport import filesystem

from committee.celery import app

log = logging.getLogger(__name__)
PATIENCE = 0.4  # seconds a request may lose to a broker that does not answer
SILENCE = 5  # seconds before such a broker is asked again
_silent = {"until": 0.0}


def hint(task: str, *args) -> bool:
    """Tell the broker that ``task`` has something to do. It never fails and never takes long.

    ``task`` is one of committee/tasks.py, or the full name of one of another app.
    """
    if time.monotonic() < _silent["until"]:
        return False
    try:
        with app.connection_for_write() as connection:
            connection.connect_timeout = PATIENCE
            connection.transport_options |= {
                "max_retries": 0,
                "socket_connect_timeout": PATIENCE,
                "socket_timeout": PATIENCE,
                "read_timeout": PATIENCE,
                "write_timeout": PATIENCE,
            }
            name = task if "." in task else f"committee.tasks.{task}"
            app.send_task(name, args, connection=connection, retry=False)
    except Exception as error:  # whatever a broker does, the row is written and will be found
        log.warning("No hint for %s%s: %s", task, args, error)
        _silent["until"] = time.monotonic() + SILENCE
        return False
    return True


class Clock(Scheduler):
    """Celery's beat, speaking through ``hint``: it survives a broker that is away or emptied."""

    producer = None

    def apply_async(self, entry, producer=None, advance=True, **kwargs):
        hint(entry.task)


class Channel(filesystem.Channel):
    """Messages as files, where folders may vanish and a writer may be killed in mid-file."""

    def _queue_bind(self, *args):
        self._make_folders()
        super()._queue_bind(*args)

    def _put(self, *args, **kwargs):
        self._make_folders()
        super()._put(*args, **kwargs)

    def _get(self, queue):
        try:
            return super()._get(queue)
        except (FileNotFoundError, ChannelError, ValueError):
            raise Empty from None

    def _size(self, queue):
        with contextlib.suppress(FileNotFoundError):
            return super()._size(queue)
        return 0

    def _purge(self, queue):
        with contextlib.suppress(FileNotFoundError):
            return super()._purge(queue)
        return 0

    def _make_folders(self):
        for folder in (self.data_folder_out, self.control_folder):
            Path(folder).mkdir(parents=True, exist_ok=True)


class Transport(filesystem.Transport):
    Channel = Channel
