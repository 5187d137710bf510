"""Multilingual news on Korean-peninsula security as traced tables and charts."""
