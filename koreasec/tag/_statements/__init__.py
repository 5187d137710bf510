"""The parts of :func:`koreasec.tag.statements`."""
