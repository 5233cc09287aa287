from .menus import menu
