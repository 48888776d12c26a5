import json
import re
from base64 import b64encode
from hashlib import sha256

from django.urls import reverse


def test_the_worker_keeps_files_only_with_the_hash_they_are_served_with(client):
    """What a browser keeps of a cut wire is whole or nothing (a header may be cut as well)."""
    source = client.get(reverse("meetings:book_worker")).content.decode()
    files = json.loads(re.search(r"const FILES = (.*);", source)[1])

    assert len(files) > 20
    for address, integrity in files.items():
        content = client.get(address).getvalue()
        assert integrity == f"sha256-{b64encode(sha256(content).digest()).decode()}", address
