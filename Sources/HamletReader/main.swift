print("hamlet-reader")
