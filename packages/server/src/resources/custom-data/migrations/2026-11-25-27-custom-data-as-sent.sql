-- Comes back as it was sent, keys in their order; jsonb would sort them.
alter table custom_data alter column data type json using data::json;
