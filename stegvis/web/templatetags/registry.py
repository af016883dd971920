"""The one library that every component is registered in."""

from django import template

register = template.Library()
