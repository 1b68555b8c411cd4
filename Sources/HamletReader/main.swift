import Glibc

exit(Reader.run(Array(CommandLine.arguments.dropFirst())))
