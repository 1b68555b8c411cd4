public import Kernel

/// A file that `hamlet-reader` did not read to its end.
///
/// What was handed over before it is to be thrown away.
public enum ReaderProblem: Problem, Equatable {
  /// Not a file of the kinds that are read.
  case notKnown
  /// Broken or cut short.
  case damaged
  /// Locked with a password, or a workbook in the format before 2007.
  case locked
  /// Larger inside than is accepted.
  case tooLarge
  /// An archive whose names or links could lead outside it.
  case unsafe
  /// The file cannot be opened.
  case absent
  /// The reader crashed or went over its memory or time.
  case crashed
  /// The reader gave nothing for too long and was stopped.
  case tooSlow
  /// Boundaries that cannot be placed on the British National Grid.
  case misplaced(Misplacement)
  /// A boundary file without the layer asked for.
  case noLayer
  /// The reader cannot be started or confined on this machine; the detail is for the operator.
  case unavailable(String)

  /// Why boundaries cannot be placed; `area` is the number of the first one at fault, from 1.
  public enum Misplacement: Sendable, Equatable {
    /// The file does not say in which system its coordinates are.
    case noReference
    /// The system is not known.
    case unknownReference
    /// Latitude where longitude belongs.
    case axesSwapped(area: Int)
    /// Degrees where the file says metres.
    case degreesAsMetres(area: Int)
    /// Metres where the file says degrees.
    case metresAsDegrees(area: Int)
    /// In the sea or in another country.
    case offBritain(area: Int)
  }

  init(word text: String) {
    let words = text.split(separator: " ")
    let area = words.dropFirst().first.flatMap { Int($0) } ?? 0
    switch words.first ?? "" {
    case "no-reference": self = .misplaced(.noReference)
    case "unknown-reference": self = .misplaced(.unknownReference)
    case "axes-swapped": self = .misplaced(.axesSwapped(area: area))
    case "degrees-as-metres": self = .misplaced(.degreesAsMetres(area: area))
    case "metres-as-degrees": self = .misplaced(.metresAsDegrees(area: area))
    case "off-britain": self = .misplaced(.offBritain(area: area))
    case "no-layer": self = .noLayer
    case "not-known": self = .notKnown
    case "damaged": self = .damaged
    case "locked": self = .locked
    case "too-large": self = .tooLarge
    case "unsafe": self = .unsafe
    case "absent": self = .absent
    case "unconfined": self = .unavailable("it cannot be confined on this machine")
    case "unequipped": self = .unavailable("libgdal32 is not installed")
    default: self = .crashed
    }
  }

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .notKnown:
      "We could not read this file: it is not of a kind we know."
        + " Use XLSX or ODS for tables, CSV, GZ or ZIP for data,"
        + " GeoJSON, TopoJSON, a shapefile or a GeoPackage for boundaries."
    case .damaged:
      "We could not read this file: it is damaged or cut short. Save or download it once more."
    case .locked:
      "We could not read this file: it has a password or is an old .xls."
        + " Save it as .xlsx without a password."
    case .tooLarge:
      "We could not read this file: it holds more than we accept. Split it into smaller files."
    case .unsafe:
      "We could not read this file: it holds links or names that lead outside it."
        + " Make the archive once more from plain files."
    case .absent: "We could not open this file. Check its name and that it may be read."
    case .crashed, .tooSlow:
      "We could not read this file. Open it in the program it came from, save it under a new name"
        + " and try that one."
    case .misplaced(let misplacement): misplacement.message
    case .noLayer: "This file has no layer of that name. Check the name of the layer."
    case .unavailable(let detail):
      "Files of this kind cannot be read at the moment: hamlet-reader: \(detail)."
    }
  }

  /// 422, or 503 when the reader itself is missing.
  public var status: Int { if case .unavailable = self { 503 } else { 422 } }
}

extension ReaderProblem.Misplacement {
  /// What is wrong with the coordinates and what to do.
  var message: String {
    switch self {
    case .noReference:
      "This file does not say which coordinate system it uses. If it is British National Grid,"
        + " say EPSG:27700. If it is longitude and latitude, say EPSG:4326."
    case .unknownReference:
      "We do not know the coordinate system of this file. Save it as EPSG:27700 or EPSG:4326."
    case .axesSwapped(let area):
      "Area \(area) of this file has latitude where longitude belongs."
        + " Save the file with longitude first."
    case .degreesAsMetres(let area):
      "Area \(area) of this file has degrees where the file says metres."
        + " If it is longitude and latitude, say EPSG:4326."
    case .metresAsDegrees(let area):
      "Area \(area) of this file has metres where the file says degrees."
        + " If it is British National Grid, say EPSG:27700."
    case .offBritain(let area):
      "Area \(area) of this file lies in the sea or in another country, not in Great Britain."
        + " Check its coordinate system and the order of its axes."
    }
  }
}
