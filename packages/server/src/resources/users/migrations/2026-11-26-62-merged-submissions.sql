-- Merging users swaps what they have on one assignment, which takes a user in between whom there isn't.
alter table submissions alter constraint submissions_user_id_fkey deferrable initially immediate;
