"""What sentences name: boards, services, laws, places, grades, figures, earlier inspections.

Takes text and gives spans and names; knows nothing of files or graphs.
"""
