import SpecYAML

/// Reads one client of api.yaml.
enum ClientDecoder {
    /// The client under a name.
    static func decode(_ member: YAMLMember, into log: inout DecodingLog) -> ClientSpec? {
        guard let reader = MappingReader(member.value, as: .client, owner: member.keyLocation, into: &log) else {
            return nil
        }
        guard let auth = reader.nested("auth", as: .auth, into: &log) else { return nil }
        var client = ClientSpec(auth: AuthDecoder.decode(auth, into: &log))
        client.about = reader.text("about", into: &log)
        client.servers = reader.named("servers", into: &log) { ScalarDecoder.text($0.value, into: &$1) }
        if let url = reader.nested("url", as: .url, into: &log) { client.url = self.url(url, into: &log) }
        client.parameters = reader.named("parameters", into: &log, of: parameter)
        client.basePath = reader.text("basePath", into: &log)
        client.options = reader.named("options", into: &log, of: FieldDecoder.decode)
        client.resources = reader.texts("resources", into: &log)
        return client
    }

    /// A value of the user's that becomes one segment of every path, and so is never blank.
    private static func parameter(_ member: YAMLMember, into log: inout DecodingLog) -> FieldSpec? {
        guard let reader = MappingReader(member.value, as: .clientParameter, owner: member.keyLocation, into: &log)
        else { return nil }
        var field = FieldSpec(at: reader.location)
        field.type = Located(.format(.string), at: member.keyLocation)
        field.about = reader.text("about", into: &log)
        field.swiftName = reader.text("name", into: &log)
        field.constraints.notBlank = Located(true, at: member.keyLocation)
        return field
    }

    private static func url(_ reader: MappingReader, into log: inout DecodingLog) -> URLSpec? {
        let argument = reader.text("argument", into: &log)
        let example = reader.text("example", into: &log)
        guard let argument, let example else { return nil }
        var url = URLSpec(argument: argument, example: example)
        url.about = reader.text("about", into: &log)
        url.suffix = reader.text("suffix", into: &log)
        return url
    }
}
