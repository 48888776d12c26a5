"""A wire between a browser and the site that can be cut at any byte, and mended."""

import asyncio
import threading
from contextlib import suppress

UP, DOWN = "up", "down"  # what the browser sends, what the site answers


class Proxy:
    """``url`` leads to ``site_url``, until somebody cuts it. Called from any thread.

    A cut wire either says so at once (``silent=False``: connections are reset), or says
    nothing at all, as behind a dead mobile mast: requests hang until it is mended.
    """

    def __init__(self, site_url: str):
        self._site = site_url.removeprefix("http://").split(":")
        self.is_cut, self.cuts, self._silent = False, 0, False
        self._left = {}  # bytes that still pass, each way, before the wire is cut
        self._open = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._do(asyncio.start_server(self._carry, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def cut(self, *, silent: bool = False) -> None:
        self._do(self._cut(silent=silent))

    def cut_after(self, count: int, way: str, *, silent: bool = False) -> None:
        """Let ``count`` more bytes pass ``way``, and cut the wire in the middle of a request."""
        self._silent, self._left[way] = silent, count

    def mend(self) -> None:
        self._do(self._mend())

    def close(self) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _end(self):
        self._server.close()
        self._reset()
        await asyncio.sleep(0.05)  # what was reset notices it

    async def _cut(self, *, silent):
        self.cuts += not self.is_cut
        self.is_cut, self._silent, self._left = True, silent, {}
        if not silent:
            self._reset()

    async def _mend(self):
        self.is_cut, self._left = False, {}
        self._reset()  # what hung in a silent cut

    def _reset(self):
        for writer in self._open:
            writer.transport.abort()
        self._open.clear()

    async def _carry(self, reader, writer):
        self._open.add(writer)
        if self.is_cut:
            return self._silent or self._reset()
        to_site = None
        with suppress(OSError):  # the site may be down: so is its wire
            from_site, to_site = await asyncio.open_connection(*self._site)
            self._open.add(to_site)
            await asyncio.gather(
                self._pump(UP, reader, to_site), self._pump(DOWN, from_site, writer)
            )
        if self.is_cut and self._silent:
            return None
        for one in {writer, to_site} & self._open:
            self._open.discard(one)
            one.transport.abort()
        return None

    async def _pump(self, way, reader, writer):
        while data := await reader.read(65536):
            if self.is_cut:
                return None
            left = self._left.get(way)
            if left is not None and len(data) >= left:
                writer.write(data[:left])
                await writer.drain()
                return await self._cut(silent=self._silent)
            if left is not None:
                self._left[way] = left - len(data)
            writer.write(data)
            await writer.drain()
        with suppress(OSError):
            writer.write_eof()
        return None
