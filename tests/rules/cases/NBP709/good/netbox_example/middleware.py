class Answer:
    pass
