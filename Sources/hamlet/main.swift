import Application
import Glibc

// Everything is in Application: closures written here would belong to the main actor, and trap on
// the server's threads.
exit(Hamlet.run(Array(CommandLine.arguments.dropFirst())))
