"""Rules about change, kept by the database itself on both engines.

A constraint says what a row may be; a trigger says that it may no longer change. SQLite
drops a table's triggers when a later migration rebuilds the table: such a migration must
end with the same operations again (tests/test_triggers.py notices).
"""

from django.db import migrations


def refuse(name: str, *, table: str, on: str, when: str = "1 = 1"):
    """A migration operation: refuse ``on`` (INSERT, UPDATE, DELETE) of ``table`` rows ``when``.

    ``when`` is SQL that both engines read, about OLD and NEW. ``name`` is what the
    IntegrityError says.
    """

    def create(apps, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE {on} ON {table} WHEN {when} "
                f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
            )
            return
        schema_editor.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {when} THEN RAISE EXCEPTION '{name}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; "
            f"RETURN {'OLD' if on == 'DELETE' else 'NEW'}; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )

    return migrations.RunPython(create, _dropping(name))


def lift(name: str):
    """A migration operation: the rule ``name`` holds no longer.

    SQLite cannot rebuild a table that the trigger of another table asks: such a trigger is
    lifted before, and made again after.
    """
    return migrations.RunPython(_dropping(name), migrations.RunPython.noop)


def _dropping(name: str):
    def drop(apps, schema_editor):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
            return
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")

    return drop
