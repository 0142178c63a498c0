"""What `make bench` measures, and the choice of pages that the tests in a browser open, too."""
