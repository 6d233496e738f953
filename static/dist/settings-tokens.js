import{a as t,k as e,m as s,p as a,x as n}from"./settings.js";import{$ as i,E as o,J as l,ha as m,r as d,u as r}from"./app.js";function g({me:g,call:c,changed:k,say:u,failed:_,ask:p}){let $=g.rights.includes("agents"),v=a(async()=>{let[t,e]=await Promise.all([c("GET","/tokens"),$?c("GET","/agents?limit=200"):{items:[]}]),s=new Map(e.items.map(t=>[t.id,t.name]));return t.items.filter(t=>!t.revoked_at).map(t=>({...t,agent:t.agent_id===g.agent.id?null:s.get(t.agent_id)??t.agent_id}))},k),b={name:"",busy:!1},f={made:null},{create:h,revoke:y}=function({draft:t,ask:e,call:s,at:a,loaded:i,failed:o,changed:m,say:d}){return{create:async l=>{if(l.preventDefault(),!t.busy&&t.name.trim()){t.busy=!0;try{let o=t.name.trim(),l=await n(e,t=>s("POST","/tokens",{name:o,...t}));l&&(a.made=l,t.name="",await i.load())}catch(t){o(t)}t.busy=!1,m()}},revoke:async t=>{if(await e({title:l("settings_tokens.revoke_ask",{name:t.name}),text:l("settings_tokens.revoke_means"),confirm:l("settings_tokens.revoke")})){try{await s("DELETE",`/tokens/${t.id}`,{}),d(l("settings_tokens.revoked",{name:t.name}))}catch(t){o(t)}await i.load()}}}}({draft:b,ask:p,call:c,at:f,loaded:v,failed:_,changed:k,say:u});return{start:v.load,body:()=>d`${e(l("settings_tokens.new"),d`<form class="set-stack" @submit=${h}>
<div class="set-field">
<div class="set-label"><label for="token-name">${l("settings_tokens.name")}</label></div>
<div class="set-box">
<input
id="token-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${o(b.name)}
@input=${t=>{b.name=t.target.value,k()}}
/><button class="button primary" type="submit" ?disabled=${!b.name.trim()} aria-busy=${b.busy}>${l("settings_tokens.make")}</button>
</div>
<p class="field-hint">${l("settings_tokens.name_hint")}</p>
</div>
</form>
${f.made?d`<div class="once" role="status">
<strong>${l("settings_tokens.made",{name:f.made.name})}</strong>
${s(f.made.token,void 0,l("settings_tokens.made",{name:f.made.name}))}
<p class="field-hint">${l("settings_tokens.once")}</p>
</div>`:r}`,d`${l("settings_tokens.intro")} <a href="/docs">${l("settings_tokens.docs")}</a>`)}
${v.view(s=>e(l("settings_tokens.list"),0===s.length?d`<p class="nothing-yet">${l("settings_tokens.none")}</p>`:d`<ul class="things">
${s.map(e=>d`<li class="thing">
<span class="thing-mark">${t("code")}</span>
<div class="thing-what">
<span class="thing-name">${e.name}${e.agent?d`<span class="chip">${e.agent}</span>`:r}</span>
<span class="thing-about"
>${[e.last_used_at?l("settings_tokens.used",{time:i(e.last_used_at,Date.now())}):l("settings_tokens.unused"),l("settings_tokens.since",{time:m(e.created_at)}),l(Date.parse(e.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:m(e.expires_at)})].join(" · ")}</span
>
</div>
<div class="thing-does">
<button type="button" class="button" aria-label=${l("settings_tokens.revoke_one",{name:e.name})} @click=${()=>y(e)}>${l("settings_tokens.revoke")}</button>
</div>
</li>`)}
</ul>`,l($?"settings_tokens.list_all":"settings_tokens.list_own")))}`}}export{g as tokensPage};
