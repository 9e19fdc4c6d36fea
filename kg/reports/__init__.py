"""Documents become reports: judgements, recommendations, sections, each with its place in the text.

How each family of report is printed is data (``profiles/``), what it means is vocabulary
(``ontology/``); the readers here know neither.
"""

from kg.reports.model import Report
from kg.reports.profile import Profile, load_profiles, recognise
from kg.reports.read import ledger_of, read_report

__all__ = ["Profile", "Report", "ledger_of", "load_profiles", "read_report", "recognise"]
