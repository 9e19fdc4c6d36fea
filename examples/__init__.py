"""Short reports about made-up authorities, and the script that makes them."""
