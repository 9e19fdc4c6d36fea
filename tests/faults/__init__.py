"""The program under faults: damaged files, kills, full disks, clocks that jump.

`python -m tests.faults --minutes 20 --seed 1` tries as much as fits into the time and counts what
was lost, torn or invented; the tests beside it try a little of each kind.
"""
