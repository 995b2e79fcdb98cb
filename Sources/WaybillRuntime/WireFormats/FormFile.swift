#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A file in the body of a request that is `multipart/form-data`.
///
/// ```swift
/// let photo = try FormFile(contentsOf: url, contentType: "image/png")
/// try await client.parcels.document("p1", photo: photo)
/// ```
///
/// - Note: The body is made in memory as a whole, since a retry sends the same bytes: while a call runs it holds the file's bytes
///   a second time.
public struct FormFile: Sendable, Hashable {
    /// The name that the server is told; a name alone, without folders.
    public var name: String
    /// The media type, such as `image/png`.
    public var contentType: String
    /// What the file has.
    public var bytes: [UInt8]

    /// Makes a file of bytes.
    public init(name: String, contentType: String = "application/octet-stream", bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }

    /// Makes a file of text, as UTF-8.
    public init(name: String, contentType: String = "text/plain; charset=utf-8", text: String) {
        self.init(name: name, contentType: contentType, bytes: Array(text.utf8))
    }

    /// Reads a file from the disk, now and whole.
    /// - Parameters:
    ///   - url: Where it is.
    ///   - name: The name that the server is told; nil takes the last part of the URL.
    /// - Throws: What keeps it from being read.
    public init(contentsOf url: URL, name: String? = nil, contentType: String = "application/octet-stream") throws {
        let bytes = [UInt8](try Data(contentsOf: url))
        self.init(name: name ?? url.lastPathComponent, contentType: contentType, bytes: bytes)
    }
}

extension FormFile: CustomStringConvertible, CustomReflectable {
    /// Its type and size; the name and what it has may be people's data.
    public var description: String { "\(contentType), \(bytes.count) bytes" }

    /// Type and size only.
    public var customMirror: Mirror { Mirror(self, children: ["contentType": contentType, "count": bytes.count]) }
}
