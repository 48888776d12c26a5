"""Files of the pages, named by what they contain."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Our scripts import one another by those names too: while a new version is put in place no
    page runs with modules of both."""

    _, imports = HashedFilesMixin._js_module_import_aggregation_patterns
    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", imports))
