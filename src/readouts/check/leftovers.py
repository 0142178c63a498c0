"""What says nothing in a cell, by its form: a pattern of the regular expressions of polars."""

# What stands for nothing where a cell would be empty, and what another format leaves in a text.
LEFTOVER = (
    r"^(?i:n/?a|n\.a\.|nil|null|nan|tb[acd]|xxx|\?+|\.+|[–—…]+)$"
    r"|^(?i:unclear|not (?:stated|given|known|available))$"
    r"|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--|\*\*|\]\(|\[\[|\{\{|```|\b(?:TODO|FIXME|TBD)\b|(?i:lorem ipsum)"
    r"|&(?:amp|nbsp|quot|apos|lt|gt|shy|hellip|[lr]aquo|[lr][sd]quo|[mn]dash|#x?[0-9A-Fa-f]+);"
    r"|&[A-Za-z](?:acute|grave|uml|circ|tilde);"
)
