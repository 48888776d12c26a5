"""What the answers that carry static files say beside their bytes."""


def whole_or_not_at_all(headers, _path, _url) -> None:
    """Let no browser go on with half a file (WHITENOISE_ADD_HEADERS_FUNCTION).

    What was cut off in the middle would be completed by a Range request. The compressed and the
    plain file have one ETag, so that two halves were put together which do not belong together.
    """
    headers["Accept-Ranges"] = "none"
