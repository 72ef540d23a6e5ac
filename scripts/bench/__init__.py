"""How fast ``train`` is, beside other libraries and beside a loop written by hand."""
