"""What people correct in a record, kept apart from the evidence and laid over it.

    folder/corrections.yaml ──file──▶ Correction ──laid_over──▶ the record as corrected

`correction` has the values, `file` reads and writes them, `making` makes one from ids, `laying` applies them in order
with the help of `merging`, `parting` and `renaming`. What was read is never changed: a correction that is taken back
leaves no trace.
"""
