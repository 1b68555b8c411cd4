internal import Design
internal import Markup
internal import Partnership

/// The form a file of places is imported with.
struct UploadPage: HTML {
  let csrf: String
  let state: FormState

  var body: some HTML {
    PageHead(
      "Import places",
      lede: "Boundaries as GeoJSON, TopoJSON, GeoPackage or a zipped shapefile; people, postcodes "
        + "and streets as CSV.")
    Sheet {
      PostForm(to: PlaceRoute.add.path, csrf: csrf, upload: true) {
        SelectField(
          "what", label: "What the file holds", choices: UploadForm.choices, empty: "Choose",
          in: state)
        FileField(
          "file", label: "File", hint: "A shapefile must be zipped with the files beside it.",
          accept: ".geojson,.json,.gpkg,.zip,.gz,.csv", in: state)
        TextField(
          "year", label: "Year",
          hint: "The edition of boundaries, or the year of people; leave empty where the file says",
          in: state, width: .w4)
        Disclosure("If the file's columns have names of their own") {
          TextField("code-field", label: "Column of the codes", in: state, width: .w20)
          TextField("name-field", label: "Column of the names", in: state, width: .w20)
          TextField(
            "crs", label: "Coordinate system", hint: "Such as EPSG:27700, where the file says none",
            in: state, width: .w20)
        }
        SubmitButton("Import")
      }
      Disclosure("What happens to the file") {
        ul {
          li {
            "It is read whole and checked whole. If anything cannot be kept, nothing is stored."
          }
          li { "A file that was imported before is known by its content and changes nothing." }
          li { "Outlines that cross themselves are mended, and said to be." }
          li { "Nothing of it is sent outside this service." }
        }
      }
    }
  }
}
