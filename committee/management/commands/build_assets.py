"""Copy styles, script and typefaces out of node_modules, made fit for this site."""

from pathlib import Path
from shutil import copyfile

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from fontTools.ttLib import TTFont

from committee import assets


class Command(BaseCommand):
    help = "Fill static/vendor from node_modules. Run again, it does nothing that is done."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--from", dest="source", default=settings.BASE_DIR / "node_modules")
        parser.add_argument("--to", dest="target", default=settings.BASE_DIR / "static" / "vendor")

    def handle(self, *, source, target, **options):
        source, target = Path(source), Path(target)
        needed = [assets.STYLES, assets.SCRIPT, *assets.FONTS, *assets.LICENCES.values()]
        missing = [name for name in needed if not (source / name).is_file()]
        if missing:
            raise CommandError(f"{source / missing[0]} is missing: run “npm ci” first.")
        (target / "fonts").mkdir(parents=True, exist_ok=True)
        css = (source / assets.STYLES).read_text()
        (target / "govuk-frontend.min.css").write_text(assets.our_styles(css))
        script = (source / assets.SCRIPT).read_text()
        (target / "govuk-frontend.min.js").write_text(assets.without_map(script))
        for name in assets.FONTS:
            self.copy_font(source / name, target / "fonts")
        for name, licence in assets.LICENCES.items():
            copyfile(source / licence, target / "fonts" / name)
        self.stdout.write(f"Assets are in {target}.")

    def copy_font(self, font, folder):
        """The compressed file for browsers, and an unpacked one that WeasyPrint opens faster."""
        unpacked = folder / f"{font.stem}.ttf"
        copyfile(font, folder / font.name)
        if not unpacked.exists() or unpacked.stat().st_mtime < font.stat().st_mtime:
            face = TTFont(font, recalcTimestamp=False)
            face.flavor = None
            face.save(unpacked)
