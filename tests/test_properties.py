"""Properties have no time limit: two runs of a busy machine failed for one, and nothing was wrong."""

from hypothesis import HealthCheck, settings

from .conftest import ROOT


def test_no_property_has_a_time_limit():
    """Neither an example nor the drawing of examples can fail for being slow, here and in each file."""
    assert settings().deadline is None and HealthCheck.too_slow in settings().suppress_health_check
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path.name != "test_properties.py"]
    assert [path.name for path in files if "deadline=" in path.read_text(encoding="utf-8")] == []
