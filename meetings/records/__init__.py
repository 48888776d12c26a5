"""Meeting records: one meeting as one YAML or JSON document, in and out (docs/records.md)."""

from meetings.records.export import as_yaml, record_of
from meetings.records.parse import Problem, Record, RecordRefused, parse

__all__ = ["Problem", "Record", "RecordRefused", "as_yaml", "parse", "record_of"]
