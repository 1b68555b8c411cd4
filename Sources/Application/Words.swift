import Database
import Kernel
import Server

/// Words for errors that are no problem of a feature, on the command line.
func words(_ error: any Error) -> String? {
  switch error {
  case let error as ServerProblem: error.description
  case let error as DatabaseError: sentence(error)
  default: nil
  }
}

private func sentence(_ error: DatabaseError) -> String {
  switch error {
  case .unreachable(let why): "The database cannot be reached: \(why)"
  case .newer(let name):
    "The database is newer than this program: it has \(name), which this program does not know. "
      + "Use the program it was last used with, or a newer one."
  case .busy: "The database is busy with another writer. Try again in a minute."
  case .full: "The disk is full. Nothing of this was kept."
  case .stale: "Somebody else changed it meanwhile. Nothing of this was kept."
  case .unique: "There is one of that name already. Nothing of this was kept."
  case .reference, .constraint, .shape: "The database refused the change. Nothing of it was kept."
  case .failed(let code, _): "The database failed (code \(code)). Nothing of this was kept."
  }
}
