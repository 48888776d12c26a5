"""The project's settings with what CHANGED (JSON) says instead: an operator's own mistake."""

import json
import os

from committee.settings import *  # noqa: F403

globals().update(json.loads(os.environ["CHANGED"]))
