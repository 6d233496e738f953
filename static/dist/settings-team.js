import{A as e,a,g as t,l as s,n as i,o as n,q as l,w as m,y as r}from"./settings.js";import{E as o,J as d,Q as g,X as c,aa as u,ea as b,r as $,u as v,ya as _}from"./app.js";var p={name_taken:"settings_team.reason_taken",reason_limit:"settings_team.reason_limit"};function f({call:e,changed:a,say:t,failed:i}){let n=l(async()=>(await e("GET","/availability-reasons")).items,a),m={name:""},r=async e=>{try{return await e(),!0}catch(e){let a=p[e.code];return a?t(d(a),{bad:!0}):i(e),!1}finally{await n.load()}},g=async t=>{t.preventDefault();let s=m.name.trim();s&&await r(()=>e("POST","/availability-reasons",{name:s}))&&(m.name=""),a()},u=t=>{let s=c(t);return $`<li class="thing">
<div class="thing-what">
<input
class="input"
maxlength=${40}
aria-label=${d("settings_team.reason_name",{name:s})}
.value=${o(s)}
@change=${i=>{let n=i.target.value.trim();n&&n!==s?r(()=>e("PATCH",`/availability-reasons/${t.id}`,{name:n})):a()}}
/>
</div>
<div class="thing-does">
<button type="button" class="button quiet" aria-label=${d("settings_team.reason_remove",{name:s})} @click=${()=>r(()=>e("DELETE",`/availability-reasons/${t.id}`,{}))}>
${d("settings_team.remove")}
</button>
</div>
</li>`};return{load:n.load,view:()=>s(d("settings_team.reasons"),$`${n.view(e=>$`<ul class="things" id="away-reasons">${e.map(u)}</ul>`)}
<form class="set-actions" novalidate @submit=${g}>
<input
id="reason-new"
class="input"
maxlength=${40}
aria-label=${d("settings_team.reason_new")}
placeholder=${d("settings_team.reason_new")}
.value=${o(m.name)}
@input=${e=>Object.assign(m,{name:e.target.value})}
/>
<button class="button" type="submit">${d("settings_team.reason_add")}</button>
</form>`,d("settings_team.reasons_intro"))}}var y=e=>({id:e?.id??"",languages:(e?.languages??[]).join(", "),skills:(e?.skills??[]).join(", "),teams:new Set(e?.team_ids??[]),busy:!1,wrong:{}}),h=e=>e.split(/[,，、;；]/).map(e=>e.trim()).filter(Boolean);function w(p){let{me:w,call:k,changed:E,say:O,failed:T,ask:j,onSeen:x}=p,G=l(async()=>{let[e,a,t,s]=await Promise.all([k("GET","/agents?limit=200"),k("GET","/agents/invitations"),k("GET","/roles"),k("GET","/teams")]);return{agents:e.items,invitations:a.items,roles:t.items,teams:s.items}},E);x(({id:e,online:a,availability:t,presence:s})=>{let i=G.value?.agents.find(a=>a.id===e);i&&(Object.assign(i,{online:a,availability:t??i.availability,presence:s??i.presence}),E())});let P={email:"",name:"",role:"agent",wrong:"",busy:!1},q={made:null},B=(e=>{let a=({roles:e},a)=>e.find(e=>e.id===a);return{roleOf:a,mayGive:(t,s)=>{let i=a(t,e.agent.role_id),n="all"===s?.reading&&"teams"===i?.reading;return!!s?.rights.every(a=>e.rights.includes(a))&&!n}}})(w),A=function({me:e,call:a,say:t,failed:s,changed:i},n){let l={draft:y()},r=()=>{l.draft=y(),i()},g=e=>$`<div class="set-field">
<div class="set-label"><label for="member-${e}">${d(`settings_team.${e}`)}</label></div>
<input
id="member-${e}"
class="input"
autocomplete="off"
aria-invalid=${l.draft.wrong[e]?"true":v}
aria-describedby="member-${e}-hint member-${e}-error"
.value=${o(l.draft[e])}
@input=${a=>{l.draft[e]=a.target.value,delete l.draft.wrong[e]}}
/>
<p class="field-hint" id="member-${e}-hint">${d(`settings_team.${e}_hint`)}</p>
<p class="field-error" id="member-${e}-error" role="alert">${l.draft.wrong[e]??""}</p>
</div>`;return{isOpen:e=>l.draft.id===e.id,open(e){l.draft=y(e),i(),requestAnimationFrame(()=>document.getElementById("member-languages")?.focus())},view:(o,c)=>$`<form
class="thing-edit"
novalidate
@submit=${e=>(e.preventDefault(),(async(e,m)=>{let{draft:r}=l;if(!r.busy){r.busy=!0,i();try{await a("PATCH",`/agents/${e.id}`,{languages:h(r.languages),skills:h(r.skills)});for(let t of m){let s=t.agent_ids.filter(a=>a!==e.id);r.teams.has(t.id)!==s.length<t.agent_ids.length&&await a("PUT",`/teams/${t.id}/members`,{agent_ids:r.teams.has(t.id)?[...s,e.id]:s})}l.draft=y(),t(d("settings_team.is_changed",{name:e.name}))}catch(e){let{field:a}=e;r.busy=!1,"languages"===a||"skills"===a?(r.wrong={[a]:d(`settings_team.${a}_odd`)},requestAnimationFrame(()=>document.getElementById(`member-${a}`)?.focus())):s(e)}await n()}})(o,c))}
@keydown=${e=>"Escape"===e.key&&r()}
>
${e.rights.includes("teams")?0===c.length?$`<p class="field-hint">${d("settings_team.no_teams")}</p>`:m(d("settings_team.teams"),c.map(e=>({id:e.id,label:e.name,on:l.draft.teams.has(e.id)})),(e,a)=>{a?l.draft.teams.add(e):l.draft.teams.delete(e),i()}):v}
<div class="set-columns">${g("languages")} ${g("skills")}</div>
<div class="set-box">
<button class="button primary" type="submit" aria-busy=${l.draft.busy}>${d("settings_team.save")}</button>
<button class="button" type="button" @click=${r}>${d("settings_team.leave")}</button>
</div>
</form>`}}(p,G.load),{change:D,disable:S,takeBack:C,invite:H}=function({say:e,failed:a,ask:t,call:s,loaded:i,draft:l,at:m,changed:o}){let g=t=>{let s={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[t.code];s?e(d(s),{bad:!0}):a(t)},c=async(a,n,l)=>{try{let i=await r(t,e=>s("PATCH",`/agents/${a.id}`,{...n,...e}));i&&(Object.assign(a,i),e(l))}catch(e){g(e)}await i.load()};return{change:c,disable:async e=>{await t({title:d("settings_team.disable_ask",{name:e.name}),text:d("settings_team.disable_means"),confirm:d("settings_team.disable")})&&await c(e,{active:!1},d("settings_team.is_disabled",{name:e.name}))},takeBack:async t=>{try{await s("DELETE",`/agents/invitations/${t.id}`,{}),m.made?.id===t.id&&(m.made=null),e(d("settings_team.taken_back",{email:t.email}))}catch(e){a(e)}await i.load()},invite:async e=>{if(e.preventDefault(),!l.busy){if(l.wrong=n(l.email.trim())?"":"settings_team.email_odd",!l.wrong){l.busy=!0;try{let e={email:l.email.trim(),name:l.name.trim(),role:l.role},a=await r(t,a=>s("POST","/agents/invitations",{...e,...a}));a&&(m.made=a,Object.assign(l,{email:"",name:"",role:"agent"}),await i.load())}catch(e){g(e)}l.busy=!1}o()}}}}({say:O,failed:T,ask:j,call:k,loaded:G,draft:P,at:q,changed:E}),{row:F,invited:I}=function({me:s,giving:i,form:n,change:l,disable:m,takeBack:r}){let o=(a,t)=>{let s=i.roleOf(t,a.role_id);return s?e(s):""};return{row:(a,r)=>{let u=a.id===s.agent.id,b=u?s.agent.availability:_(a),p=((e,a)=>[...a.teams.filter(a=>a.agent_ids.includes(e.id)).map(e=>e.name),...e.languages??[],...e.skills??[]])(a,r);return $`<li class="thing ${a.active?"":"off"}" data-agent=${a.email}>
${g(a)}
<div class="thing-what">
<span class="thing-name"
>${a.name}${u?$`<span class="chip">${d("common.you")}</span>`:v}${a.active?v:$`<span class="chip">${d("settings_team.disabled")}</span>`}</span
>
<span class="thing-about"
>${a.email} ·
${a.active?"away"===b&&(({presence:e})=>e?.reason&&c({id:e.reason,name:null}))(a)||d(`agent.state_${b}`):d("settings_team.no_access")}</span
>
${p.length>0?$`<span class="thing-about">${p.join(" · ")}</span>`:v}
</div>
${n.isOpen(a)?n.view(a,r.teams):$`<div class="thing-does">${((a,r)=>{let g=a.id===s.agent.id,c=!g&&i.mayGive(r,i.roleOf(r,a.role_id)),u=r.roles.filter(e=>i.mayGive(r,e)).map(a=>({value:a.id,label:e(a)})),b=$`<button type="button" class="button quiet" aria-label=${d("settings_team.change_of",{name:a.name})} @click=${()=>n.open(a)}>${d("settings_team.change")}</button>`;return c?a.active?$`${t(`role-${a.id}`,u,a.role_id??"",e=>l(a,{role_id:e},d("settings_team.role_changed",{name:a.name,role:u.find(a=>a.value===e)?.label??""})),d("settings_team.role_of",{name:a.name}))}${b}
<button type="button" class="button quiet" @click=${()=>m(a)}>${d("settings_team.disable")}</button>`:$`<span class="thing-about">${o(a,r)}</span
><button type="button" class="button" @click=${()=>l(a,{active:!0},d("settings_team.is_enabled",{name:a.name}))}>${d("settings_team.enable")}</button>`:$`<span class="thing-about">${o(a,r)}</span>${g?b:v}`})(a,r)}</div>`}
</li>`},invited:e=>0===e.length?v:$`<ul class="things">
${e.map(e=>$`<li class="thing">
<span class="thing-mark">${a("user")}</span>
<div class="thing-what">
<span class="thing-name">${e.name||e.email}<span class="chip">${d("settings_team.invited")}</span></span>
<span class="thing-about" title=${b(e.expires_at)}
>${e.name?`${e.email} · `:""}${d(`settings_team.role_${e.role}`)} ·
${d("settings_team.until",{time:u(e.expires_at,Date.now())})}</span
>
</div>
<div class="thing-does">
<button type="button" class="button quiet" @click=${()=>r(e)}>${d("settings_team.take_back")}</button>
</div>
</li>`)}
</ul>`}}({me:w,giving:B,form:A,change:D,disable:S,takeBack:C}),L=f({call:k,changed:E,say:O,failed:T});return{start:()=>{G.load(),L.load()},body:()=>G.view(a=>{let{agents:n,invitations:l}=a,m=n.filter(e=>e.active).length,r=w.seats.allowed;return $`${s(d("settings_team.seats",{used:m,allowed:r}),$`<progress class="seats" max=${r} value=${m} aria-label=${d("settings_team.seats_name")}></progress>`,d("settings_team.seats_intro"))}
${s(d("settings_team.members"),$`<ul class="things">${n.map(e=>F(e,a))}</ul>`,d("settings_team.roles_intro"))}
${s(d("settings_team.invite"),$`<form class="set-stack" novalidate @submit=${H}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="invite-email">${d("settings_team.email")}</label></div>
<input
id="invite-email"
class="input"
type="email"
inputmode="email"
autocomplete="off"
aria-invalid=${P.wrong?"true":v}
aria-describedby="invite-wrong"
.value=${o(P.email)}
@input=${e=>Object.assign(P,{email:e.target.value,wrong:""})}
/>
<p class="field-error" id="invite-wrong" role="alert">${P.wrong?d(P.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="invite-name">${d("settings_team.name")}</label></div>
<input
id="invite-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${o(P.name)}
@input=${e=>Object.assign(P,{name:e.target.value})}
/>
</div>
</div>
<div class="set-actions">
${t("invite-role",(a=>a.roles.filter(e=>["admin","agent"].includes(e.name)&&e.builtin&&B.mayGive(a,e)).map(a=>({value:a.name,label:e(a)})))(a),P.role,e=>Object.assign(P,{role:e}),d("settings_team.role"))}
<button class="button primary" type="submit" aria-busy=${P.busy}>${d("settings_team.make_link")}</button>
</div>
</form>
${q.made?$`<div class="once" role="status">
<strong>${d("settings_team.link_for",{email:q.made.email})}</strong>
${i(q.made.url,void 0,d("settings_team.link_for",{email:q.made.email}))}
<p class="field-hint">${d("settings_team.link_once")}</p>
</div>`:v}
${I(l)}`,d("settings_team.invite_intro"))}
${L.view()}`})}}export{w as teamPage};
