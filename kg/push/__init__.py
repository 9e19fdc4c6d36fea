"""Pushing a store to another triple store, and taking a push up again.

The server itself remembers what it holds: a small graph there names each pushed graph with the
hash of its record, written once the graph has arrived whole.  A first push, a push after an
interruption and a push of one changed report are so one and the same thing: what has no mark, or
another, travels.
"""

from kg.push.connection import Connection, PushError, connect
from kg.push.push import Plan, PushOutcome, make_plan, push

__all__ = ["Connection", "Plan", "PushError", "PushOutcome", "connect", "make_plan", "push"]
