"""A summary as bytes that leave the building. Nothing here computes anything: it only lays out."""

from reportlab import rl_config

# ReportLab checks every attribute of every shape when it is set, which costs more than drawing the pictures does. It
# reads this once, when shapes are first imported.
rl_config.shapeChecking = 0
