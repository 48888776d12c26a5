"""What the press adds to WeasyPrint: files strict readers accept, and no folders left behind."""

from types import SimpleNamespace

import pydyf
import pytest

from committee import pdf, press

ENDS_IN_CR = b"\x0c"  # compressed, the last byte of its checksum is CR


def finished(stream):
    press.finish(None, SimpleNamespace(objects=[SimpleNamespace(stream=None), stream]))
    return stream


def test_the_drawing_of_a_page_gets_a_harmless_last_byte():
    stream = pydyf.Stream([ENDS_IN_CR], compress=True)
    assert stream.data.endswith(b"\r\nendstream")

    assert not finished(stream).data.endswith(b"\r\nendstream")
    assert stream.compress


def test_any_other_stream_is_left_uncompressed():
    stream = finished(pydyf.Stream([ENDS_IN_CR], {"Length1": 1}, compress=True))

    assert not stream.compress


@pytest.mark.parametrize("compress", [True, False])
def test_most_streams_stay_as_they_are(compress):
    stream = finished(pydyf.Stream([b"BT ET"], compress=compress))

    assert (stream.stream, stream.compress) == ([b"BT ET"], compress)


def test_the_metadata_says_that_it_is_accessible():
    metadata = {"Type": "/Metadata"}
    stream = finished(pydyf.Stream([b"<rdf:RDF></rdf:RDF>"], metadata, compress=True))

    assert b"<pdfuaid:part>1</pdfuaid:part>" in stream.stream[0]
    assert not stream.compress


def test_sweep_removes_folders_of_dead_processes_only(monkeypatch, tmp_path):
    monkeypatch.setattr(press, "SCRATCH", tmp_path)
    ours = press._own_folder()
    (tmp_path / "dead").mkdir()
    (tmp_path / "dead" / "font").write_bytes(b"left by a killed worker")

    pdf.sweep()

    assert list(tmp_path.iterdir()) == [ours]


def test_an_asset_is_served_and_nothing_else(tmp_path, monkeypatch):
    font = tmp_path / "own.ttf"
    font.write_bytes(b"a typeface")
    monkeypatch.setattr(press, "FONTS", tmp_path)
    fetcher = press.OwnAssets()

    assert fetcher.fetch(font.as_uri()).read() == b"a typeface"
    assert fetcher.fetch("data:image/svg+xml,<svg/>").read() == b"<svg/>"
    for url in ("file:///etc/passwd", "http://127.0.0.1/", "data:text/css,a{}", "own.ttf"):
        with pytest.raises(ValueError, match="not an asset of ours"):
            fetcher.fetch(url)
