"""Multilingual news on Korean-peninsula security as traced tables and charts."""

from .load import load

__all__ = ["load"]
