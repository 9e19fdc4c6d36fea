"""How are grades spread over families and years?  With pandas, from the CSV tables.

kg export tables tables
python pandas_grades.py tables
"""

import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1])
reports = pd.read_csv(folder / "reports.csv", parse_dates=["inspection_end"])
judgements = pd.read_csv(folder / "judgements.csv")
recommendations = pd.read_csv(folder / "recommendations.csv")

# "source" is the name of the report's file without its ending, and joins all tables.
# Only what a report grades formally counts here, not grades named in passing in the prose.
graded = judgements[(judgements["basis"] == "graded") & (judgements["strand"] == "overall")]
graded = graded.merge(reports, on="source")

print("overall grades by family of report")
print(pd.crosstab(graded["framework"], graded["grade_code"]).to_string())

print("\noverall grades by year of the inspection's end")
print(pd.crosstab(graded["inspection_end"].dt.year, graded["grade_code"]).to_string())

# Themes stand in one cell, parted by blanks, the most central first.
themes = recommendations.dropna(subset=["themes"])["themes"].str.split().str[0]
print("\nwhat recommendations are about most often")
print(themes.value_counts().head(5).to_string())

# Each row can be found again in the report: by its page.
print("\nthe latest overall grade")
last = graded.sort_values(["inspection_end", "source"]).iloc[-1]
print(f"{last['authority']}: {last['grade_name']}, page {last['page']} of {last['source']}")
